package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.insights.ProjectFacts;
import io.github.mavenhardening.core.source.GitHistory;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** The context of the Security Insights checks in one run. */
public final class InsightsContext {

    private final CheckContext run;
    private final Optional<ProjectFacts> project;
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private List<String> tagsAtHead;

    /**
     * Of that run.
     *
     * @param project what the POM says, where there is one
     */
    public InsightsContext(CheckContext run, Optional<ProjectFacts> project) {
        this.run = run;
        this.project = project;
    }

    /** The run as every family's checks know it. */
    public CheckContext run() {
        return run;
    }

    /** What the POM says; empty where there is none. */
    public Optional<ProjectFacts> project() {
        return project;
    }

    /** Now. */
    public Instant now() {
        return run.environment().clock().instant();
    }

    /** Today in UTC. */
    public LocalDate today() {
        return run.environment().today();
    }

    /** What the policy says to the check of that id. */
    public Options optionsOf(String checkId) {
        return run.options().getOrDefault(checkId, Options.none());
    }

    /**
     * The tags that stand exactly at the commit checked out, by their short names, sorted; none where there are none, or no
     * Git. Read when first asked for, which most runs do not.
     */
    public synchronized List<String> tagsAtHead() {
        if (tagsAtHead == null) {
            tagsAtHead = readTags();
        }
        return tagsAtHead;
    }

    private List<String> readTags() {
        try {
            Optional<GitHistory> history = run.repository().git().history();
            if (history.isEmpty()) {
                return List.of();
            }
            try (GitHistory tags = history.get()) {
                return tags.tagsAtHead();
            }
        } catch (IOException e) {
            gap("the tags of the Git repository cannot be read, so that no release is known");
            return List.of();
        }
    }

    /** Notes what could not be looked at, or only in part, and why. */
    public void gap(String sentence) {
        run.gaps().add(sentence);
    }

    /** Tells the user something that is neither a finding nor a gap. */
    public void note(String sentence) {
        notes.add(sentence);
    }

    /** What the checks reported so far, sorted. */
    public List<String> notes() {
        return List.copyOf(new TreeSet<>(notes));
    }
}
