package dev.gatehouse.http.relay;

/// How much and how long, for every client alike.
///
/// @param mostRequest bytes of a request's body, which is held and decided as a whole
/// @param mostMasked bytes of an answer in which something is masked or counted, which is held as a whole
/// @param firstMilliseconds how long a client may take for its first request
/// @param idleMilliseconds how long a connection stays open between two requests, and how long a body may pause
/// @param answerMilliseconds how long a target may be silent
public record HttpLimits(
        int mostRequest, int mostMasked, int firstMilliseconds, int idleMilliseconds, int answerMilliseconds) {}
