package dev.gatehouse.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;

/// As whom PostgreSQL runs: it refuses to run as root.
///
/// An ordinary user runs it as themselves. Root runs it in a user namespace in which root is nobody, which needs no
/// account and changes no file's owner; where such namespaces are forbidden (many containers), as the account `nobody`.
enum ServerUser {
    SELF(List.of()),
    NAMESPACE(List.of("unshare", "--user")),
    NOBODY(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));

    @SuppressWarnings("ImmutableEnumChecker") // every list here is made by List.of
    private final List<String> prefix;

    ServerUser(List<String> prefix) {
        this.prefix = prefix;
    }

    /// The one that works on this machine.
    ///
    /// @throws IOException when this is root and neither way out of being root exists
    static ServerUser find() throws IOException {
        if (!isRoot()) {
            return SELF;
        }
        for (ServerUser user : List.of(NAMESPACE, NOBODY)) {
            if (user.works()) {
                return user;
            }
        }
        throw new IOException(
                "PostgreSQL does not run as root, and this machine has neither user namespaces nor setpriv"
                        + " (package util-linux). Run the demo as an ordinary user.");
    }

    static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
    }

    /// The words that stand in front of a command so that this user runs it; none of them needs quoting.
    String prefix() {
        return String.join(" ", prefix);
    }

    /// The command that makes this user run `program` with `arguments`.
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program);
        command.addAll(List.of(arguments));
        return command;
    }

    /// Makes a tree theirs.
    void own(Path tree) throws IOException {
        if (this == NOBODY) {
            UserPrincipal nobody =
                    tree.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            Trees.give(tree, nobody);
        }
    }

    private boolean works() {
        try {
            Programs.run(command("true"), "");
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
