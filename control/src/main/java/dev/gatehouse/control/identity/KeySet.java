package dev.gatehouse.control.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import java.util.Optional;

/// The public keys of one issuer as far as they are known now. Safe for many threads.
public sealed interface KeySet extends AutoCloseable permits DiscoveredKeys, KeysInFile {
    /// The key for a token that names `kid` and is signed with `algorithm`; may wait a few seconds for the issuer.
    Answer find(Optional<String> kid, JWSAlgorithm algorithm);

    @Override
    void close();

    /// What a key set knows.
    sealed interface Answer {
        record Known(JWK key) implements Answer {}

        /// The keys are known, and this is none of them.
        record Unknown() implements Answer {}

        /// No keys could be had.
        ///
        /// @param problem for the operator
        record Unavailable(String problem) implements Answer {}
    }
}
