package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import io.github.mavenhardening.core.policy.CheckSettings;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Policy;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.run.AuditResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules of a run, sorted by id: every check of the families that ran, and whatever else has findings. GitHub shows a
 * finding at its rule's severity and does not look at the finding's own, so that a check whose findings differ has a rule for
 * each severity: its usual one, or the one that the policy gives it, goes by the check's id, {@code unpinned-uses}; the others
 * by id and severity, {@code unpinned-uses/low}. Readers show a rule's page beside its results, so that only rules with results
 * carry theirs.
 */
final class SarifRules {

    /** GitHub refuses a rule with more. */
    private static final int MOST_TAGS = 20;

    /** A rule's check and severity. */
    private record Rule(String check, Severity severity) {}

    private final SortedMap<String, Rule> rules;
    private final Map<String, Integer> places;
    private final Map<String, Severity> usual;
    private final Set<String> found;
    private final ReportContext context;

    private SarifRules(
            SortedMap<String, Rule> rules, Map<String, Severity> usual, Set<String> found, ReportContext context) {
        this.rules = rules;
        this.usual = usual;
        this.found = found;
        this.context = context;
        this.places = new TreeMap<>();
        for (String id : rules.keySet()) {
            places.put(id, places.size());
        }
    }

    /**
     * The rules for those findings.
     *
     * @param listed the findings that are listed
     */
    static SarifRules of(Result result, List<EvaluatedFinding> listed, ReportContext context) {
        Set<Family> families = EnumSet.noneOf(Family.class);
        for (AuditResult audit : result.audits()) {
            families.add(audit.family());
        }
        Map<String, Severity> usual = new TreeMap<>();
        SortedMap<String, Rule> rules = new TreeMap<>();
        for (Check check : context.checks().all()) {
            CheckInfo info = check.info();
            String id = info.id();
            Severity severity = usual(id, info, result.policy());
            usual.put(id, severity);
            if (families.contains(check.family())) {
                rules.put(id, new Rule(id, severity));
            }
        }
        for (EvaluatedFinding judged : listed) {
            // Of a check that is not known, the worst finding has the plain id.
            Finding finding = judged.finding();
            if (context.checks().byId(finding.checkId()).isEmpty()) {
                usual.merge(finding.checkId(), finding.severity(), (a, b) -> a.atLeast(b) ? a : b);
            }
        }
        Set<String> found = new HashSet<>();
        for (EvaluatedFinding judged : listed) {
            Finding finding = judged.finding();
            String id = id(finding, usual);
            rules.putIfAbsent(finding.checkId(), new Rule(finding.checkId(), usual.get(finding.checkId())));
            rules.putIfAbsent(id, new Rule(finding.checkId(), finding.severity()));
            found.add(id);
        }
        return new SarifRules(rules, usual, found, context);
    }

    private static Severity usual(String id, CheckInfo info, Policy policy) {
        CheckSettings settings = policy.settings().checks().get(id);
        return settings != null && settings.severity().isPresent()
                ? settings.severity().get()
                : info.severity();
    }

    private static String id(Finding finding, Map<String, Severity> usual) {
        return usual.get(finding.checkId()) == finding.severity()
                ? finding.checkId()
                : finding.checkId() + "/" + finding.severity().label();
    }

    /** The id of a finding's rule. */
    String idOf(Finding finding) {
        return id(finding, usual);
    }

    /** The rule's place among the rules, 0-based; -1 where there is none of that id. */
    int indexOf(String id) {
        return places.getOrDefault(id, -1);
    }

    void write(JsonArray entries) {
        for (Map.Entry<String, Rule> each : rules.entrySet()) {
            String id = each.getKey();
            Rule rule = each.getValue();
            JsonObject entry = entries.addObject();
            entry.put("id", id);
            entry.put("name", pascalCase(id));
            Optional<Check> check = context.checks().byId(rule.check());
            if (check.isPresent()) {
                describe(entry, check.get(), rule.severity(), found.contains(id));
            } else {
                entry.putObject("shortDescription").put("text", rule.check());
                entry.putObject("defaultConfiguration").put("level", SarifSeverity.level(rule.severity()));
                severity(entry.putObject("properties"), rule.severity());
            }
        }
    }

    private void describe(JsonObject rule, Check check, Severity severity, boolean explained) {
        CheckInfo info = check.info();
        String title = CheckHelp.sentence(info.title());
        rule.putObject("shortDescription").put("text", title);
        Optional<String> page = explained ? CheckHelp.page(check).map(context.commands()::spelled) : Optional.empty();
        rule.putObject("fullDescription")
                .put("text", page.flatMap(CheckHelp::lead).orElse(title));
        String help = page.isPresent() ? page.get() : CheckHelp.brief(info);
        rule.putObject("help").put("text", help).put("markdown", help);
        Optional<String> uri = CheckHelp.address(check);
        if (uri.isPresent()) {
            rule.put("helpUri", uri.get());
        }
        rule.putObject("defaultConfiguration").put("level", SarifSeverity.level(severity));
        JsonObject properties = rule.putObject("properties");
        JsonArray tags = properties.putArray("tags");
        for (String tag : tags(check.family(), info)) {
            tags.add(tag);
        }
        properties.put("precision", info.confidence().label());
        severity(properties, severity);
    }

    private static List<String> tags(Family family, CheckInfo info) {
        List<String> tags = new ArrayList<>(List.of("security", "supply-chain", family.label()));
        tags.addAll(Arrays.asList(info.controls()));
        return tags.subList(0, Math.min(MOST_TAGS, tags.size()));
    }

    private static void severity(JsonObject properties, Severity severity) {
        properties.put("problem.severity", SarifSeverity.problem(severity));
        Optional<String> score = SarifSeverity.score(severity);
        if (score.isPresent()) {
            properties.put("security-severity", score.get());
        }
    }

    /** {@code UnpinnedUses} of {@code unpinned-uses}, {@code UnpinnedUsesLow} of {@code unpinned-uses/low}. */
    static String pascalCase(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("[-/]", -1)) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return name.toString();
    }
}
