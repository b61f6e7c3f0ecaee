/// What can be measured of a running gateway. [dev.gatehouse.server.metrics.Metric] lists everything, and the reference
/// page is made from it; [dev.gatehouse.server.metrics.CountingRecorder] counts what is recorded, so that metrics and
/// record never tell different stories; [dev.gatehouse.server.metrics.Metrics] puts it into Prometheus' form.
@NullMarked
package dev.gatehouse.server.metrics;

import org.jspecify.annotations.NullMarked;
