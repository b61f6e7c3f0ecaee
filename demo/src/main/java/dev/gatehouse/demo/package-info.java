/// What the demo needs around the gateway, and nothing of the gateway itself.
///
/// - [DemoDatabase] starts a real PostgreSQL (unpacked from an archive on the class path, also as root), with
///   the shop's tables, the roles that the gateway logs in with and, in package `data`, thousands of invented people.
/// - [DemoIssuer] is an OpenID Connect issuer for development: discovery, keys, and a token for each of the five
///   [DemoIdentity]s.
/// - [DemoCertificates] makes a private CA and a certificate for `localhost`.
/// - [DemoConfiguration] writes the `gatehouse.yaml` that ties the four together.
///
/// Everything listens on loopback only, every password is random, and whatever was started is ended by `close`. The
/// caller owns the order: database, issuer, certificates, configuration, gateway; closing goes backwards.
@NullMarked
package dev.gatehouse.demo;

import org.jspecify.annotations.NullMarked;
