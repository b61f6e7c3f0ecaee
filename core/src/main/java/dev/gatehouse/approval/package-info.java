/// Asking people. [dev.gatehouse.approval.Approvals] is a port: the gateway asks and waits, the control plane knows
/// whom
/// to ask and how.
@NullMarked
package dev.gatehouse.approval;

import org.jspecify.annotations.NullMarked;
