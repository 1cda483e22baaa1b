package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.insights.OpenQuestions;
import java.util.List;
import java.util.Optional;

/**
 * A repository's CODEOWNERS, as the forge reads it.
 *
 * @param path where it is
 * @param syntax whose it is
 * @param sections in the order of the text; none without rules
 * @param defects the lines that the forge leaves out; where it leaves out all, the one that says why
 */
public record Codeowners(String path, CodeownersSyntax syntax, List<CodeownersSection> sections, List<Defect> defects) {

    public Codeowners {
        sections = List.copyOf(sections);
        defects = List.copyOf(defects);
    }

    /** A line that does not count. */
    public record Defect(Location location, String reason) {

        /** Whether {@code hardening:init} left a question in the owner's place. */
        public boolean isQuestion() {
            return reason.endsWith("'" + OpenQuestions.MARK + "'");
        }
    }

    /**
     * The rule that decides on a path, of the first section that gives it an owner who must approve, else of the last that
     * speaks of it.
     */
    public Optional<CodeownersRule> ruleOf(String file) {
        Optional<CodeownersRule> found = Optional.empty();
        for (CodeownersSection section : sections) {
            if (section.optional()) {
                continue;
            }
            Optional<CodeownersRule> rule = section.ruleOf(file);
            if (rule.isPresent() && !rule.get().owners().isEmpty()) {
                return rule;
            }
            found = rule.isPresent() ? rule : found;
        }
        return found;
    }

    /** Whether somebody is notified of changes of that path, and need not approve them. */
    public boolean isOptional(String file) {
        for (CodeownersSection section : sections) {
            Optional<CodeownersRule> rule = section.optional() ? section.ruleOf(file) : Optional.empty();
            if (rule.isPresent() && !rule.get().owners().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody must review changes of that path. */
    public boolean isOwned(String file) {
        Optional<CodeownersRule> rule = ruleOf(file);
        return rule.isPresent() && !rule.get().owners().isEmpty();
    }
}
