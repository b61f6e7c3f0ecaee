package dev.gatehouse.api;

/// An identity provider at which people sign in for this gateway.
///
/// @param name as configured
/// @param url the issuer, where its discovery document is found
/// @param client the client id to sign in as
public record SignInWay(String name, String url, String client) {}
