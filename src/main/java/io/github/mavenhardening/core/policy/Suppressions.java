package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.ValueText;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.IgnoreComment;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Suppressions of findings: ignore comments in their files and exemptions of a {@code zizmor.yml}. Asked by place: both lists
 * may be long, and so may be that of the findings.
 */
final class Suppressions {

    /** Stands for every line, and for every column. */
    private static final int ANY = -1;

    /** By check and file the comments by their line. */
    private final Map<String, NavigableMap<Integer, Numbered>> comments = new HashMap<>();

    /** The number of the first exemption of a check, a file's name, a line and a column. */
    private final Map<String, Integer> exemptions = new HashMap<>();

    private final List<Exemption> inOrder;
    private final Policy policy;
    private final LocalDate today;

    /** By comment the checks of which it met a finding. */
    private final IdentityHashMap<IgnoreComment, Set<String>> used = new IdentityHashMap<>();

    /** A comment and its place among all. */
    private record Numbered(int number, IgnoreComment comment) {}

    /**
     * Those of audits and of a policy.
     *
     * @param audits in order: of two comments the one that comes first is said to be the reason
     * @param today the day that comments end by
     */
    Suppressions(List<AuditResult> audits, Policy policy, LocalDate today) {
        this.policy = policy;
        this.today = today;
        List<Exemption> exempt = policy.exemptions();
        int number = 0;
        for (AuditResult audit : audits) {
            for (IgnoreComment comment : audit.ignores()) {
                for (String id : comment.checkIds()) {
                    NavigableMap<Integer, Numbered> ofFile = comments.get(key(id, comment.path()));
                    if (ofFile == null) {
                        ofFile = new TreeMap<>();
                        comments.put(key(id, comment.path()), ofFile);
                    }
                    ofFile.putIfAbsent(comment.line(), new Numbered(number, comment));
                    if (comment.below().isPresent()) {
                        ofFile.putIfAbsent(comment.below().get(), new Numbered(number, comment));
                    }
                }
                number++;
            }
        }
        inOrder = exempt;
        for (int i = 0; i < exempt.size(); i++) {
            Exemption each = exempt.get(i);
            exemptions.putIfAbsent(
                    key(
                            each.checkId(),
                            each.fileName(),
                            each.line().orElse(ANY),
                            each.column().orElse(ANY)),
                    i);
        }
    }

    /** Why a finding does not count; empty when it does. */
    Optional<Suppression> of(Finding finding) {
        if (comments.isEmpty() && exemptions.isEmpty()) {
            return Optional.empty();
        }
        List<Location> places = finding.places();
        Optional<IgnoreComment> comment = comment(finding.checkId(), places);
        if (comment.isPresent()) {
            return Optional.of(Suppression.of(comment.get()));
        }
        Optional<Exemption> exemption = exemption(finding.checkId(), places);
        return exemption.isPresent() ? Optional.of(Suppression.of(exemption.get())) : Optional.empty();
    }

    /** The first comment on a line of one of those places. */
    private Optional<IgnoreComment> comment(String checkId, List<Location> places) {
        Numbered first = null;
        for (Location place : places) {
            NavigableMap<Integer, Numbered> ofFile = comments.get(key(checkId, place.path()));
            int end = place.span().isPresent() ? place.span().get().endLine() : 0;
            Map.Entry<Integer, Numbered> next = ofFile == null ? null : ofFile.ceilingEntry(place.line());
            while (next != null && next.getKey() <= end) {
                Numbered numbered = next.getValue();
                use(numbered.comment(), checkId);
                if (refusal(numbered.comment()).isEmpty()) {
                    first = first == null || numbered.number() < first.number() ? numbered : first;
                    break;
                }
                next = ofFile.higherEntry(next.getKey());
            }
        }
        return first == null ? Optional.empty() : Optional.of(first.comment());
    }

    private void use(IgnoreComment comment, String checkId) {
        Set<String> checks = used.get(comment);
        if (checks == null) {
            checks = new HashSet<>();
            used.put(comment, checks);
        }
        checks.add(checkId);
    }

    /** Why a comment takes nothing back, a predicate; empty where it does. */
    Optional<String> refusal(IgnoreComment comment) {
        if (comment.inText()) {
            return Optional.of(
                    "takes nothing back: it stands in a text, where YAML has no comments; write it behind the key of"
                            + " the text, or on a line of its own below it");
        }
        if (comment.isExpired(today)) {
            return Optional.of(comment.expires().orElseThrow().end());
        }
        Comments allowed = policy.settings().comments().orElseThrow();
        boolean refused = allowed == Comments.FORBIDDEN
                || (allowed == Comments.WITH_REASON && comment.reason().isBlank());
        return refused
                ? Optional.of(
                        "has no effect" + (allowed == Comments.FORBIDDEN ? "" : " without a reason") + ": comments are "
                                + ValueText.label(allowed)
                                + policy.placeOf("comments")
                                        .map(place -> " (" + place + ")")
                                        .orElse(""))
                : Optional.empty();
    }

    /** Whether a finding of that check that was asked about is on a line of the comment. */
    boolean wasUsed(IgnoreComment comment, String checkId) {
        return used.getOrDefault(comment, Set.of()).contains(checkId);
    }

    /** The first exemption of which a place begins where it says. */
    private Optional<Exemption> exemption(String checkId, List<Location> places) {
        int first = inOrder.size();
        for (Location place : places) {
            String fileName = place.path().substring(place.path().lastIndexOf('/') + 1);
            for (int line : new int[] {ANY, place.line()}) {
                for (int column : new int[] {ANY, place.column()}) {
                    Integer found = exemptions.get(key(checkId, fileName, line, column));
                    first = found == null ? first : Math.min(first, found);
                }
            }
        }
        return first < inOrder.size() ? Optional.of(inOrder.get(first)) : Optional.empty();
    }

    private static String key(String checkId, String path) {
        return checkId + '\n' + path;
    }

    private static String key(String checkId, String fileName, int line, int column) {
        return checkId + '\n' + fileName + '\n' + line + ':' + column;
    }
}
