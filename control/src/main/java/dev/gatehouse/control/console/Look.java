package dev.gatehouse.control.console;

import dev.gatehouse.control.admin.Role;
import dev.gatehouse.control.console.signin.SignIns.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What every page needs to be drawn: for whom, in which language and light, and where in the console it is.
///
/// @param theme `light`, `dark`, or empty to follow the system
/// @param section which part of the console this is: the first segment of the path, or empty
/// @param here path and query, to come back to
/// @param waiting how many requests wait for whoever looks
/// @param version how much had changed when the page was begun
public record Look(
        Texts texts,
        String theme,
        Optional<Visitor> visitor,
        Set<Role> roles,
        String section,
        String here,
        Instant now,
        int waiting,
        long version) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm:ss");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final int THOUSAND = 1000;

    public Look {
        roles = Set.copyOf(roles);
    }

    Look withWaiting(int count) {
        return new Look(texts, theme, visitor, roles, section, here, now, count, version);
    }

    Look since(long begun) {
        return new Look(texts, theme, visitor, roles, section, here, now, waiting, begun);
    }

    /// How long until a time, or since.
    public String until(Instant at) {
        return span(at.isAfter(now) ? Duration.between(now, at) : Duration.between(at, now));
    }

    public String t(String key, Object... values) {
        return texts.of(key, values);
    }

    public String word(String group, String word) {
        return texts.word(group, word);
    }

    /// What the API says to people, in this language where it is known.
    public String sentence(String english) {
        return texts.sentence(english);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public String csrf() {
        return visitor.map(Visitor::csrf).orElse("");
    }

    /// Where somebody who is signed in proves once more who they are.
    ///
    /// @param next a page of this console
    public String again(String next) {
        String issuer =
                visitor.map(signedIn -> signedIn.principal().who().issuer()).orElse("");
        return "/sign-in/at/" + Api.encoded(issuer) + "?again=1&next=" + Api.encoded(next);
    }

    public String name() {
        return visitor.map(signedIn -> signedIn.principal().who().id()).orElse("");
    }

    /// `page` or nothing, for `aria-current`.
    public Optional<String> current(String of) {
        return section.equals(of) ? Optional.of("page") : Optional.empty();
    }

    /// A time for people, in UTC.
    public String time(Instant at) {
        return TIME.withLocale(texts.locale()).withZone(ZoneOffset.UTC).format(at);
    }

    public String clock(Instant at) {
        return CLOCK.withZone(ZoneOffset.UTC).format(at);
    }

    public String number(long number) {
        return String.format(texts.locale(), "%,d", number);
    }

    public String bytes(long bytes) {
        if (bytes < THOUSAND) {
            return number(bytes) + " B";
        }
        double size = bytes;
        String unit = "B";
        for (String larger : new String[] {"kB", "MB", "GB", "TB"}) {
            if (size >= THOUSAND) {
                size /= THOUSAND;
                unit = larger;
            }
        }
        return String.format(texts.locale(), "%.1f %s", size, unit);
    }

    public String micros(long micros) {
        return micros < THOUSAND * THOUSAND
                ? String.format(texts.locale(), "%.1f ms", micros / (double) THOUSAND)
                : span(Duration.ofNanos(micros * THOUSAND));
    }

    /// A length of time in its two largest units.
    public String span(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + pad(seconds % 60) + " s";
        }
        return seconds / 3600 + " h " + pad(seconds / 60 % 60) + " min";
    }

    private static String pad(long number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    /// An identity without its issuer, as people know it.
    public static String id(String identity) {
        int colon = identity.indexOf(':');
        return colon < 0 ? identity : identity.substring(colon + 1);
    }
}
