/// What travels between the admin API and its clients, as plain records: the JSON of `/api/v1`, and nothing else.
///
/// Component names are the JSON names. Times are ISO 8601 in UTC, ids are the 26 characters of the record, absent
/// optional components are left out. A client ignores components that it does not know, so that a newer gateway may
/// add some; a gateway refuses unknown ones in requests.
///
/// Start with [dev.gatehouse.api.SessionSummary] and [dev.gatehouse.api.SessionDetail]; refusals are
/// [dev.gatehouse.api.Problem].
@NullMarked
package dev.gatehouse.api;

import org.jspecify.annotations.NullMarked;
