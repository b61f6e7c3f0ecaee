package dev.gatehouse.policy;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.Glob;
import java.util.List;

/// Why personal data may be looked at, and which.
///
/// @param lawfulBasis the article of the GDPR, such as `6(1)(b)`
public record Purpose(String id, String lawfulBasis, List<Glob> categories) {
    public Purpose {
        categories = List.copyOf(categories);
    }

    boolean covers(Category category) {
        return categories.stream().anyMatch(glob -> glob.matches(category.name()));
    }
}
