package dev.gatehouse.masking;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Glob;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Selectors;

/// One line of `masking:`.
public record MaskRule(Connection.Pattern connection, Selectors who, Glob category, Method with) {
    boolean matches(Principal principal, Connection asked, Category of) {
        return connection.matches(asked) && who.matches(principal) && category.matches(of.name());
    }
}
