/// Asking people. [dev.gatehouse.approval.Approvals] is a port: the gateway asks a
/// [dev.gatehouse.approval.Question] and waits, the control plane knows whom to ask and how.
///
/// The waiting thread is the client's own. Its protocol lends it a [dev.gatehouse.approval.HeldClient], through which
/// the
/// client is told why nothing happens; whoever ends the wait from outside, by a cancel or because the client is gone,
/// does so through its [dev.gatehouse.approval.Waiting].
@NullMarked
package dev.gatehouse.approval;

import org.jspecify.annotations.NullMarked;
