package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.insights.ProjectFacts;
import io.github.mavenhardening.core.network.Answer;
import io.github.mavenhardening.core.network.Port;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * What surrounds the checks of a run, and where they leave what they found, what they could not look at, and what else a
 * reader should know. Thread-safe.
 */
public final class CheckContext {

    private final Repository repository;
    private final Environment environment;
    private final Optional<ProjectFacts> project;
    private final Options options;
    private final List<String> policyFiles;
    private final Persona reader;
    private final SortedSet<String> gaps;
    private final SortedSet<String> notes;
    private final SortedSet<Expiry> expiries;
    private final Optional<FindingSink> sink;

    private CheckContext(
            Repository repository,
            Environment environment,
            Optional<ProjectFacts> project,
            Options options,
            List<String> policyFiles,
            Persona reader,
            SortedSet<String> gaps,
            SortedSet<String> notes,
            SortedSet<Expiry> expiries,
            Optional<FindingSink> sink) {
        this.repository = repository;
        this.environment = environment;
        this.project = project;
        this.options = options;
        this.policyFiles = List.copyOf(policyFiles);
        this.reader = reader;
        this.gaps = gaps;
        this.notes = notes;
        this.expiries = expiries;
        this.sink = sink;
    }

    /**
     * That of a run which is about to begin.
     *
     * @param repository the checkout, read-only
     * @param environment clock and variables
     * @param options what the policy says to each check
     * @param policyFiles the files that the policy was read from
     */
    public CheckContext(Repository repository, Environment environment, Options options, List<String> policyFiles) {
        this(
                repository,
                environment,
                Optional.empty(),
                options,
                policyFiles,
                Persona.AUDITOR,
                new ConcurrentSkipListSet<>(),
                new ConcurrentSkipListSet<>(),
                new ConcurrentSkipListSet<>(),
                Optional.empty());
    }

    /** The same with what the POM says; empty where there is none. */
    public CheckContext with(Optional<ProjectFacts> facts) {
        return new CheckContext(
                repository, environment, facts, options, policyFiles, reader, gaps, notes, expiries, sink);
    }

    /** The same for a reader of that persona, who does not see what is meant for the ones behind it. */
    public CheckContext readBy(Persona persona) {
        return new CheckContext(
                repository, environment, project, options, policyFiles, persona, gaps, notes, expiries, sink);
    }

    /** The same with findings going there. */
    public CheckContext into(FindingSink findings) {
        return new CheckContext(
                repository,
                environment,
                project,
                options,
                policyFiles,
                reader,
                gaps,
                notes,
                expiries,
                Optional.of(findings));
    }

    /** The same with other surroundings, of which nothing that is noted comes here. */
    public CheckContext apart(Repository otherRepository, Environment otherEnvironment) {
        return new CheckContext(otherRepository, otherEnvironment, options, policyFiles)
                .with(project)
                .readBy(reader);
    }

    /** The checkout, read-only. */
    public Repository repository() {
        return repository;
    }

    /** Clock and variables. */
    public Environment environment() {
        return environment;
    }

    /** Now. */
    public Instant now() {
        return environment.clock().instant();
    }

    /** Today in UTC. */
    public LocalDate today() {
        return environment.today();
    }

    /** What the POM says; empty where there is none. */
    public Optional<ProjectFacts> project() {
        return project;
    }

    /** The answers to a check's questions, in their order; none, with a note of that, where the run has no network. */
    public <Q, A> Map<Q, Answer<A>> ask(Check check, Port<Q, A> port, Collection<Q> questions) {
        if (environment.network().isEmpty()) {
            decline(check, "the run has no network");
            return Map.of();
        }
        return environment.network().get().ask(port, questions);
    }

    /** The options of the check that declares that record. */
    public <O extends Record> O options(Class<O> type) {
        return options.get(type);
    }

    /** The files that the policy was read from. */
    public List<String> policyFiles() {
        return policyFiles;
    }

    /**
     * Whether the reader sees findings that are meant for that persona. The others are counted, so that they are reported as
     * well, but a check need not work out what only a reader of them wants: the hosts of a remedy, a fix.
     */
    public boolean isRead(Persona meantFor) {
        return reader.sees(meantFor);
    }

    /** Leaves a finding. */
    public void report(Finding finding) {
        sink().add(finding);
    }

    /** Completes a finding and leaves it. */
    public void report(Finding.Builder finding) {
        sink().add(finding);
    }

    private FindingSink sink() {
        if (sink.isEmpty()) {
            throw new IllegalStateException("no check runs, so that nothing can be found");
        }
        return sink.get();
    }

    /** Notes what could not be looked at, or only in part, and why: it must not pass for something in order. */
    public void gap(String sentence) {
        gaps.add(sentence);
    }

    /** Notes that a check does not look at all, and why. */
    public void decline(Check check, String reason) {
        gap(check.info().id() + ": " + reason);
    }

    /** Tells the user something that is neither a finding nor a gap. */
    public void note(String sentence) {
        notes.add(sentence);
    }

    /** Notes when something is no longer good, which is not a finding yet. */
    public void expires(String what, LocalDate last) {
        expiries.add(new Expiry(what, last));
    }

    /** What ends and when, as far as it was noted, the next first. */
    public List<Expiry> expiries() {
        return List.copyOf(expiries);
    }

    /** What could not be looked at so far, sorted; the same sentence counts once. */
    public List<String> gaps() {
        return List.copyOf(gaps);
    }

    /** What else was noted so far, sorted. */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
