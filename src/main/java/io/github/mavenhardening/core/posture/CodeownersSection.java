package io.github.mavenhardening.core.posture;

import java.util.List;
import java.util.Optional;

/**
 * Rules of which one decides on a path. GitHub's files have one section, GitLab's several, each of which has its own say.
 *
 * @param optional whether owners are notified of a change and need not approve it
 * @param rules in the order of the text
 */
public record CodeownersSection(boolean optional, List<CodeownersRule> rules) {

    public CodeownersSection {
        rules = List.copyOf(rules);
    }

    /** The rule that decides on a path: an exclusion, else the last that matches. */
    public Optional<CodeownersRule> ruleOf(String path) {
        Optional<CodeownersRule> decides = Optional.empty();
        for (int i = rules.size() - 1; i >= 0; i--) {
            CodeownersRule rule = rules.get(i);
            if ((rule.excludes() || decides.isEmpty()) && rule.matches(path)) {
                decides = Optional.of(rule);
                if (rule.excludes()) {
                    return decides;
                }
            }
        }
        return decides;
    }
}
