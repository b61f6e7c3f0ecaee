package dev.gatehouse.model;

/// A group as one issuer names it; a group of the same name at another issuer is another group.
public record Group(String issuer, String name) {}
