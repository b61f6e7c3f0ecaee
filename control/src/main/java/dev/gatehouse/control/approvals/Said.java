package dev.gatehouse.control.approvals;

import dev.gatehouse.model.Group;
import dev.gatehouse.model.Identity;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// What one person said about a request.
///
/// @param because in their own words
/// @param rules those whose `from` named the person at the time; a yes counts for them
/// @param groups of the person at the time
public record Said(Identity by, Instant at, Word word, Optional<String> because, Set<String> rules, Set<Group> groups) {
    public enum Word {
        YES("approved"),
        NO("denied"),
        /// The person behind an agent says that it is theirs.
        MINE("confirmed");

        private final String text;

        Word(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        static Word of(String text) {
            return Arrays.stream(values())
                    .filter(word -> word.text.equals(text))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public Said {
        rules = Set.copyOf(rules);
        groups = Set.copyOf(groups);
    }
}
