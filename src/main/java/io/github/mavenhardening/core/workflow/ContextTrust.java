package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.text.ResourceLines;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The trust in context paths: how far an outsider can choose the text that a path reads, from a list of paths that GitHub's
 * documentation gives a narrow type. What is not listed counts as any text.
 */
public final class ContextTrust {

    private static final ContextTrust KNOWN =
            new ContextTrust(ResourceLines.of(ContextTrust.class, "context-values.txt"));

    /** By the name of the context, with which every rule begins. */
    private final Map<String, List<Rule>> rules;

    /** What a path's value can be. */
    public enum Values {
        /** Numbers, identifiers, fixed words, secrets: nothing that an outsider words. */
        FIXED,
        /** A text of a known form that leaves an outsider some choice, such as an e-mail address. */
        STRUCTURED,
        /** Any text. */
        ANY
    }

    private record Rule(Values values, List<String> pattern) {}

    private ContextTrust(List<String> lines) {
        Map<String, List<Rule>> read = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split(" ", 2);
            Values values = Values.valueOf(parts[0].toUpperCase(Locale.ROOT));
            List<String> pattern = List.of(parts[1].split("\\.", -1));
            read.putIfAbsent(pattern.get(0), new ArrayList<>());
            read.get(pattern.get(0)).add(new Rule(values, pattern));
        }
        rules = Map.copyOf(read);
    }

    /** What that path's value can be. */
    public static Values of(ContextPath path) {
        return KNOWN.valuesOf(path.segments());
    }

    /** The first rule decides. */
    private Values valuesOf(List<String> path) {
        for (Rule rule : rules.getOrDefault(path.get(0), List.of())) {
            if (matches(rule.pattern(), 1, path, 1)) {
                return rule.values();
            }
        }
        return Values.ANY;
    }

    /** {@code *} stands for one name, {@code **} for any number of them; a list holds at most one {@code **} a rule. */
    private static boolean matches(List<String> pattern, int at, List<String> path, int from) {
        if (at == pattern.size()) {
            return from == path.size();
        }
        String wanted = pattern.get(at);
        if (wanted.equals("**")) {
            int rest = pattern.size() - at - 1;
            int next = path.size() - rest;
            return next >= from && matches(pattern, at + 1, path, next);
        }
        return from < path.size()
                && (wanted.equals("*") || wanted.equals(path.get(from)))
                && matches(pattern, at + 1, path, from + 1);
    }
}
