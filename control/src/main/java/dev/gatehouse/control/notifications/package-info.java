/// Telling people that a request waits for them: webhooks, also in the forms that Slack and Teams read.
///
/// [dev.gatehouse.control.notifications.Notifier] listens to the book of requests and hands each change to its
/// channels, which deliver on threads of their own, with retries; what never arrives becomes a dead letter. A
/// notification names the request, who asks, the rule and where to decide; nothing can be decided by following it, that
/// takes a person who signs in. Nothing here may slow down or fail a request.
@NullMarked
package dev.gatehouse.control.notifications;

import org.jspecify.annotations.NullMarked;
