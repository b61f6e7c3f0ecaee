package dev.gatehouse.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A connection that the caller may see, and where its clients connect.
///
/// @param usable whether the caller may connect; an operator also sees what others use
/// @param host absent while the gateway does not listen for this type
/// @param access who may connect, as configured; empty for those who see only their own
/// @param health how its target was found to be; absent where that is not known
/// @param purposeRequired whether a session must say what it is for
public record ConnectionInfo(
        String name,
        String type,
        Map<String, String> labels,
        boolean purposeRequired,
        boolean usable,
        boolean disabled,
        Optional<String> host,
        Optional<Integer> port,
        List<String> access,
        Optional<TargetHealth> health) {
    public ConnectionInfo {
        labels = Map.copyOf(labels);
        access = List.copyOf(access);
    }
}
