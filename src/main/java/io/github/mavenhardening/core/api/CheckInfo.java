package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The metadata of a check, known without running it. Every check carries it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CheckInfo {

    /** Its id, kebab-case; zizmor's name where the meaning is the same. Users write it in policies and ignore comments. */
    String id();

    /** The ids that it had in earlier releases: what a baseline knows under one of them is still known. */
    String[] formerly() default {};

    /** What it finds, in one line without a final full stop. */
    String title();

    /** The severity of its findings unless it says otherwise or the policy overrides it. */
    Severity severity();

    /** How sure it is unless it says otherwise. */
    Confidence confidence() default Confidence.HIGH;

    /** Who wants to see it unless it says otherwise. */
    Persona persona() default Persona.REGULAR;

    /** Where the rule comes from: URLs of specifications, advisories, rivals' documentation. */
    String[] sources() default {};

    /**
     * The assessment requirements of the OSPS Baseline that it supports, {@code OSPS-VM-02.01}: that it finds nothing is
     * evidence, if not proof, that they are met.
     *
     * @see <a href="https://baseline.openssf.org/versions/2026-02-19">Open Source Project Security Baseline</a>
     */
    String[] controls() default {};

    /**
     * The ids of checks that may find the same: where one of them found something at a place, what this one finds there is
     * not reported again.
     */
    String[] yieldsTo() default {};

    /**
     * The record of the options that it takes under {@code checks.<id>} in the policy file, of this check alone: each component
     * carries {@link Option}, and none of them must be given.
     */
    Class<? extends Record> options() default NoOptions.class;

    /** Whether it counts where neither the policy nor a parameter says so; if not, teams opt in with {@code enabled: true}. */
    boolean enabledByDefault() default true;

    /**
     * Whether a baseline may have its findings: not those about a change, which is over when it is merged, and which may be one
     * of the baseline itself.
     */
    boolean baselined() default true;

    /**
     * Whether it asks a {@link io.github.mavenhardening.core.network.Port} for what no file tells. It runs where the user wants
     * that; where the network is closed then, it declines.
     */
    boolean online() default false;

    /**
     * How a team may silence its findings. A check whose findings say that what was vouched for does not hold, or was not
     * compared, is one of integrity: nothing switches it off or makes it less severe.
     */
    Silence silence() default Silence.FREELY;

    /** The options of a check that takes none. */
    record NoOptions() {}

    /** The ways to silence findings. */
    enum Silence {
        /** The check may be off or less severe, and comments and exceptions take single findings back. */
        FREELY,
        /** Only an exception in the policy file takes a finding back: with a reason, until a date, and named in the verdict. */
        BY_EXCEPTION,
        /** Nothing takes a finding back: the files that the check compares with are changed, or what it found is fixed. */
        NEVER
    }
}
