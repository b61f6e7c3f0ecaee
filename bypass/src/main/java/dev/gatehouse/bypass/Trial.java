package dev.gatehouse.bypass;

import java.io.IOException;

/// One attack in one way of speaking.
///
/// @param bounded see [Attack#bounded]
/// @param quotesCanary the question itself contains (part of) the first canary, so finding it in the answer proves
///     nothing while that one is planted
record Trial(String group, String name, String way, boolean bounded, boolean quotesCanary, Steps steps) {

    /// What is said, and heard, in one session.
    interface Steps {
        void run(Talk talk) throws IOException;
    }

    static Trial of(Attack attack, Way way, Place place, Canaries canaries) {
        var statements = attack.statements().stream()
                .map(statement -> place.fill(statement, canaries))
                .toList();
        boolean quotes = attack.statements().stream().anyMatch(text -> text.contains("{value}"));
        return new Trial(attack.group(), attack.name(), way.toString(), attack.bounded(), quotes, talk -> {
            if (attack.write()) {
                talk.say("BEGIN", Way.SIMPLE);
            }
            for (String statement : statements) {
                talk.say(statement, way);
            }
            if (attack.write()) {
                talk.say("ROLLBACK", Way.SIMPLE);
            }
        });
    }

    /// Runs it in a session of its own.
    Reply run(Peer peer) throws IOException {
        try (Talk talk = peer.talk()) {
            try {
                steps.run(talk);
            } catch (IOException gone) {
                talk.reply().broken("no answer");
            }
            return talk.reply();
        }
    }
}
