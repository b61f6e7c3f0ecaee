package dev.gatehouse.server.settings;

import dev.gatehouse.model.Selectors;

/// Who may do what at the gateway itself. A role that nobody wrote down is [Selectors#NOBODY]'s.
public record Roles(Selectors operator, Selectors auditor, Selectors approver) {}
