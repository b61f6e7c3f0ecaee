/// Approvals: what people are asked, who may answer, and how an answer reaches the statement that waits for it.
///
/// Start with [dev.gatehouse.control.approvals.Requests], the book of all requests: every change is on record in the
/// log
/// before it takes effect, then in the store. [dev.gatehouse.control.approvals.HoldingApprovals] is what a client's
/// thread waits in. [dev.gatehouse.control.approvals.Deciders] and [dev.gatehouse.control.approvals.Quorum] say who may
/// answer and when that is enough.
///
/// The store only remembers. Rows are encrypted, so that its reader learns nothing and its writer can change nothing;
/// an old row put back does not have as many changes as the log has on record, and is not believed.
@NullMarked
package dev.gatehouse.control.approvals;

import org.jspecify.annotations.NullMarked;
