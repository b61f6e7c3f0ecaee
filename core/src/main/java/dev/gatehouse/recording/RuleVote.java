package dev.gatehouse.recording;

/// How one rule voted. A shadow rule's vote is on record and does not count.
public record RuleVote(String rule, String vote, boolean shadow) {}
