package dev.gatehouse.server.settings;

import dev.gatehouse.control.rules.CelConditions;
import dev.gatehouse.gateway.InForce;
import dev.gatehouse.http.mask.Field;
import dev.gatehouse.http.mask.FieldPath;
import dev.gatehouse.masking.MaskRule;
import dev.gatehouse.masking.MaskRules;
import dev.gatehouse.masking.MaskTraces;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Classification;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Glob;
import dev.gatehouse.model.Selector;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.policy.Approval;
import dev.gatehouse.policy.BuiltIn;
import dev.gatehouse.policy.Condition;
import dev.gatehouse.policy.Policy;
import dev.gatehouse.policy.Purpose;
import dev.gatehouse.policy.Rule;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Settings in the words of the core: what it decides and masks by. Thread-safe.
public final class Translation {
    private final Settings settings;
    private final CelConditions conditions;
    private final List<String> issuers;

    public Translation(Settings settings, CelConditions conditions) {
        this.settings = settings;
        this.conditions = conditions;
        issuers = settings.issuers();
    }

    /// Everything that decisions look at.
    ///
    /// @param digest of the configuration files
    /// @param traces recognises masks that come back
    public InForce inForce(String digest, MaskTraces traces) {
        var masks = masks();
        return new InForce(new Policy(rules(), new BuiltIn(masks, purposes(), traces)), masks, connections(), digest);
    }

    public List<Rule> rules() {
        return settings.rules().stream().map(this::rule).toList();
    }

    public MaskRules masks() {
        return new MaskRules(settings.masking().stream().map(this::mask).toList());
    }

    public List<Purpose> purposes() {
        return settings.purposes().stream()
                .map(purpose -> new Purpose(
                        purpose.id(),
                        purpose.lawfulBasis(),
                        purpose.categories().stream().map(Glob::new).toList()))
                .toList();
    }

    /// The connections by name, in file order.
    public Map<String, Connection> connections() {
        var connections = new LinkedHashMap<String, Connection>();
        settings.connections().forEach(connection -> connections.put(connection.name(), connection(connection)));
        return connections;
    }

    /// What the columns of the connection named so hold.
    public Classification classification(String connection) {
        var columns = new HashMap<String, DataSettings.Held>();
        settings.data().stream()
                .filter(data -> data.connection().equals(connection))
                .forEach(data -> columns.putAll(data.columns()));
        return new ColumnCategories(columns);
    }

    /// What the fields of the answers of the HTTP connection named so hold.
    public List<Field> fields(String connection) {
        var fields = new TreeMap<String, DataSettings.Held>();
        settings.data().stream()
                .filter(data -> data.connection().equals(connection))
                .forEach(data -> fields.putAll(data.fields()));
        return fields.entrySet().stream()
                .map(field -> new Field(
                        FieldPath.parse(field.getKey()).orElseThrow(),
                        new Category(field.getValue().category()),
                        field.getValue().subject()))
                .toList();
    }

    public Roles roles() {
        var roles = settings.roles();
        return new Roles(selectors(roles.operator()), selectors(roles.auditor()), selectors(roles.approver()));
    }

    /// A list of selectors as written; a list that was not written is nobody.
    public Selectors selectors(List<String> written) {
        if (written.isEmpty()) {
            return Selectors.NOBODY;
        }
        return new Selectors(written.stream().map(this::selector).toList());
    }

    private Selector selector(String text) {
        return Selector.parse(text, issuers)
                .orElseThrow(() -> new IllegalStateException("the selector " + text + " was not checked"));
    }

    private Connection connection(ConnectionSettings connection) {
        return new Connection(
                connection.name(),
                connection.type().word(),
                connection.labels(),
                selectors(connection.access()),
                connection.unclassified(),
                connection.predicates(),
                connection.purpose() == ConnectionSettings.PurposeNeed.REQUIRED);
    }

    private MaskRule mask(MaskingSettings mask) {
        return new MaskRule(
                new Connection.Pattern(mask.on().connection()),
                selectors(mask.on().who()),
                new Glob(mask.category()),
                mask.with());
    }

    private Rule rule(RuleSettings rule) {
        return new Rule(
                rule.id(),
                new Rule.On(
                        new Connection.Pattern(rule.on().connection()),
                        selectors(rule.on().who())),
                rule.when().map(this::condition).orElse(Condition.ALWAYS),
                then(rule.then()),
                rule.because(),
                rule.enforce());
    }

    private Condition condition(String text) {
        return switch (conditions.compile(text)) {
            case CelConditions.Compiled(var condition) -> condition;
            case CelConditions.Invalid _ ->
                throw new IllegalStateException("the condition " + text + " was not checked");
        };
    }

    private Rule.Then then(RuleSettings.Then then) {
        return switch (then) {
            case RuleSettings.Then.Allow _ -> new Rule.Then.Allow();
            case RuleSettings.Then.Deny _ -> new Rule.Then.Deny();
            case RuleSettings.Then.NeedsApproval(var approval) -> new Rule.Then.NeedsApproval(approval(approval));
        };
    }

    private Approval approval(ApprovalSettings approval) {
        return new Approval(
                selectors(approval.from()),
                String.join(", ", approval.from()),
                approval.from().isEmpty() ? 0 : approval.approvals(),
                approval.eachGroup(),
                shorter(approval.hold(), settings.limits().hold()),
                approval.valid(),
                approval.uses(),
                approval.over(),
                approval.preview(),
                approval.tolerance(),
                approval.confirmSelf());
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
