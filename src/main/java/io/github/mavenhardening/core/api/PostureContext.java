package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.insights.ProjectFacts;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** The context of the posture checks in one run. */
public final class PostureContext {

    private final CheckContext run;
    private final Optional<ProjectFacts> project;
    private final List<String> notes = new CopyOnWriteArrayList<>();

    /**
     * Of that run.
     *
     * @param project what the POM says, where there is one
     */
    public PostureContext(CheckContext run, Optional<ProjectFacts> project) {
        this.run = run;
        this.project = project;
    }

    /** The checkout, read-only. */
    public Repository repository() {
        return run.repository();
    }

    /** Clock and variables. */
    public Environment environment() {
        return run.environment();
    }

    /** What the POM says; empty where there is none. */
    public Optional<ProjectFacts> project() {
        return project;
    }

    /** What the policy says to that check. */
    public Options optionsOf(Check check) {
        return run.optionsOf(check);
    }

    /** The files that the policy was read from. */
    public List<String> policyFiles() {
        return run.policyFiles();
    }

    /** Notes what could not be looked at, or only in part, and why. */
    public void gap(String sentence) {
        run.gaps().add(sentence);
    }

    /** Tells the user something that is not a finding: what was left out, and why. */
    public void note(String sentence) {
        notes.add(sentence);
    }

    /** What the checks reported so far, sorted. */
    public List<String> notes() {
        return List.copyOf(new TreeSet<>(notes));
    }
}
