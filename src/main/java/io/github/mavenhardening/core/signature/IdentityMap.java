package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.lock.Coordinates;
import io.github.mavenhardening.core.lock.LockSyntaxException;
import io.github.mavenhardening.core.signature.VersionPattern.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The identity map, which identities may sign which artifacts with Sigstore: a keys map with {@code issuer identity} in place
 * of keys. Of several lines about an artifact, each one allows what it names.
 */
public final class IdentityMap {

    /** Where it lies, relative to the root of the checked repository. */
    public static final String LOCATION = ".mvn/hardening-identities.list";

    /** Thousands of lines. */
    public static final int MAX_BYTES = 1024 * 1024;

    private record Rule(int line, ArtifactsPattern artifacts, List<IdentityPattern> identities) {}

    private final List<Rule> rules = new ArrayList<>();

    private IdentityMap() {}

    /**
     * Reads a map.
     *
     * @throws LockSyntaxException at the first place that is none of the syntax
     */
    public static IdentityMap parse(String text, VersionRanges ranges) throws LockSyntaxException {
        IdentityMap map = new IdentityMap();
        for (LogicalLine line : LogicalLine.of(text)) {
            int equals = line.text().indexOf('=');
            if (equals < 0) {
                throw line.problem(0, "expected 'artifacts = issuer identity'");
            }
            map.rules.add(
                    new Rule(line.number(), ArtifactsPattern.of(line, equals, ranges), identities(line, equals + 1)));
        }
        return map;
    }

    private static List<IdentityPattern> identities(LogicalLine line, int from) throws LockSyntaxException {
        List<IdentityPattern> identities = new ArrayList<>();
        int start = from;
        for (String item : line.text().substring(from).split(",", -1)) {
            int indent = item.length() - item.stripLeading().length();
            String[] words = item.strip().split("\\s+", -1);
            if (words.length != 2) {
                throw line.problem(start + indent, "expected an issuer and an identity, with a blank between them");
            }
            try {
                identities.add(IdentityPattern.of(words[0], words[1]));
            } catch (IllegalArgumentException e) {
                throw line.problem(start + indent, e.getMessage());
            }
            start += item.length() + 1;
        }
        return identities;
    }

    /** What the map says of one artifact; empty when it does not speak of it. */
    public Optional<Permission> of(Coordinates coordinates) {
        List<Rule> about = new ArrayList<>();
        for (Rule rule : rules) {
            Answer answer = rule.artifacts().matches(coordinates);
            if (answer == Answer.YES) {
                about.add(rule);
            } else if (answer == Answer.UNDECIDED) {
                // It must not be silent, and allows nothing.
                about.add(new Rule(rule.line(), rule.artifacts(), List.of()));
            }
        }
        return about.isEmpty() ? Optional.empty() : Optional.of(new Permission(about));
    }

    /** What the lines about one artifact allow. */
    public static final class Permission {

        private final List<Rule> rules;

        private Permission(List<Rule> rules) {
            this.rules = rules;
        }

        /** Whether an identity may sign it. */
        public boolean allows(CertificateIdentity identity) {
            for (Rule rule : rules) {
                for (IdentityPattern allowed : rule.identities()) {
                    if (allowed.matches(identity)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** The first line of the map about it, from 1. */
        public int line() {
            return rules.get(0).line();
        }
    }
}
