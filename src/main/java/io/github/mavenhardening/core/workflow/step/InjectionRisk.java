package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Severity;

/**
 * The risk of what an expression brings into code: how bad, and how sure.
 *
 * @param whose who words it, for the end of a sentence; empty where nothing more is known than that it is not fixed
 */
public record InjectionRisk(Severity severity, Confidence confidence, String whose) {

    static final InjectionRisk ANY_TEXT = new InjectionRisk(Severity.HIGH, Confidence.HIGH, "");

    /** Who may write could change the workflow as well, but for what protects its branch, its secrets and its runners. */
    static final InjectionRisk OF_WRITERS =
            new InjectionRisk(Severity.MEDIUM, Confidence.HIGH, "; who may write to the repository words it");

    /** The next caller may give what an outsider words. */
    static final InjectionRisk OF_CALLERS = new InjectionRisk(
            Severity.LOW, Confidence.HIGH, "; nothing that calls it in this repository gives it text of an outsider");

    InjectionRisk(Severity severity, Confidence confidence) {
        this(severity, confidence, "");
    }

    /** The worse of two. */
    InjectionRisk or(InjectionRisk other) {
        return other.severity.compareTo(severity) > 0 ? other : this;
    }
}
