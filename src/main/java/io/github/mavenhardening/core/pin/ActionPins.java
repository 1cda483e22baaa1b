package io.github.mavenhardening.core.pin;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.network.Answer;
import io.github.mavenhardening.core.source.GitDates;
import io.github.mavenhardening.core.source.GitReach;
import io.github.mavenhardening.core.source.GitRemote;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.GitRef;
import io.github.mavenhardening.core.workflow.Uses;
import io.github.mavenhardening.core.workflow.UsesReference;
import io.github.mavenhardening.core.workflow.VersionName;
import io.github.mavenhardening.core.yaml.YamlComment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Decides what becomes of references to actions and reusable workflows, by the tags and branches of their repositories. */
final class ActionPins {

    /** What may follow a value on its line, so that a comment behind it is one. */
    private static final Pattern LINE_END = Pattern.compile("[\"']?[^\"'#|>]*+(?:#.*+)?");

    /** A comment that is nothing but a name, such as that of a branch, says what is pinned already. */
    private static final Pattern NAME = Pattern.compile("[\\w./-]{1,100}(?:@[\\w./-]{1,100})?");

    private final Function<Uses.Repository, String> address;
    private final Function<SourceFile, PinEdits> edits;
    private final List<Reference> references = new ArrayList<>();
    private final Map<String, Answer<GitRemote.Refs>> refs = new TreeMap<>();
    private final Map<String, Answer<SortedMap<String, String>>> reach = new TreeMap<>();
    private final Optional<NewerVersions> versions;
    private final List<String> problems;
    private final List<String> notes;
    private int pinned;
    private int updated;
    private int commented;

    /**
     * Decides about none yet.
     *
     * @param address where a repository is asked for
     * @param edits takes what is to be written in a file
     * @param versions those that references move to; empty where they stay
     */
    ActionPins(
            Function<Uses.Repository, String> address,
            Function<SourceFile, PinEdits> edits,
            Optional<NewerVersions> versions,
            List<String> problems,
            List<String> notes) {
        this.address = address;
        this.edits = edits;
        this.versions = versions;
        this.problems = problems;
        this.notes = notes;
    }

    private record Reference(UsesReference uses, Definition definition, String address) {

        GitRef ref() {
            return uses.repository().flatMap(Uses.Repository::ref).orElseThrow();
        }

        String commit() {
            return ref().name().toLowerCase(Locale.ROOT);
        }

        String place() {
            return ImagePlaces.at(definition.source(), uses.span().line()) + "'" + uses.text() + "' ";
        }

        Optional<YamlComment> comment() {
            return definition.commentOn(uses.span().endLine());
        }

        /** The version that the comment names. */
        Optional<String> version() {
            return VersionComment.version(comment(), definition.source());
        }

        /** Whether a comment says what the commit is, if not a version. */
        boolean namesAnother() {
            return version().isEmpty()
                    && comment()
                            .filter(comment -> NAME.matcher(comment.text()).matches())
                            .isPresent();
        }

        boolean isOfSeveralLines() {
            return uses.scalar().isBlock() || uses.span().line() != uses.span().endLine();
        }

        /** Whether a comment behind it is about it alone. */
        boolean endsItsLine() {
            SourceFile source = definition.source();
            int line = uses.span().endLine();
            int end = uses.span().end() - source.lineStart(line);
            return LINE_END.matcher(source.line(line).substring(end)).matches();
        }
    }

    /** Adds a reference, which has a ref. */
    void add(UsesReference uses, Definition definition) {
        references.add(
                new Reference(uses, definition, address.apply(uses.repository().orElseThrow())));
    }

    /** The repositories whose tags and branches have to be known. */
    Set<String> repositories() {
        Set<String> addresses = new TreeSet<>();
        references.forEach(reference -> addresses.add(reference.address()));
        return addresses;
    }

    /** Takes what became of asking for them. */
    void refs(Map<String, Answer<GitRemote.Refs>> answers) {
        refs.putAll(answers);
    }

    /** The commits of neither a tag nor a branch, of which one has to know whether they are of the repository at all. */
    List<GitReach.Question> histories() {
        SortedMap<String, SortedSet<String>> unknown = new TreeMap<>();
        for (Reference reference : references) {
            Optional<GitRemote.Refs> known = refs.get(reference.address()).value();
            if (reference.ref().isCommit() && known.isPresent() && !isTip(reference.commit(), known.get())) {
                unknown.computeIfAbsent(reference.address(), first -> new TreeSet<>())
                        .add(reference.commit());
            }
        }
        List<GitReach.Question> questions = new ArrayList<>();
        unknown.forEach((repository, commits) -> questions.add(new GitReach.Question(repository, commits)));
        return questions;
    }

    /** Takes what became of asking for them. */
    void reach(Map<GitReach.Question, Answer<SortedMap<String, String>>> answers) {
        answers.forEach((question, answer) -> reach.put(question.repository(), answer));
    }

    /** The newer versions whose age one has to know; none where references stay at theirs. */
    List<GitDates.Question> ages() {
        for (Reference reference : references) {
            Optional<GitRemote.Refs> known = refs.get(reference.address()).value();
            if (versions.isPresent() && known.isPresent()) {
                present(reference, known.get())
                        .ifPresent(present -> versions.get().add(reference.address(), known.get(), present));
            }
        }
        return versions.map(NewerVersions::questions).orElse(List.of());
    }

    /** Takes what became of asking for them. */
    void ages(Map<GitDates.Question, Answer<SortedMap<String, Instant>>> answers) {
        versions.ifPresent(newer -> newer.dates(answers));
    }

    /** The tag of the version that a reference has now, as far as that is certain. */
    private static Optional<String> present(Reference reference, GitRemote.Refs known) {
        String name = reference.ref().name();
        if (!reference.ref().isCommit()) {
            Optional<String> tag = Optional.ofNullable(known.tags().get(name));
            return tag.or(() -> Optional.ofNullable(known.branches().get(name)))
                    .flatMap(commit -> VersionTags.best(known.tags(), commit, tag.map(any -> name)));
        }
        SortedSet<String> own = tagsOf(reference.commit(), known);
        reference.version().ifPresent(version -> own.removeIf(tag -> !VersionName.isOf(tag, version)));
        return reference.namesAnother() ? Optional.empty() : VersionTags.most(own, reference.version());
    }

    private static boolean isTip(String commit, GitRemote.Refs known) {
        return known.tags().containsValue(commit) || known.branches().containsValue(commit);
    }

    /** Decides about each reference. */
    void decide() {
        for (Reference reference : references) {
            Answer<GitRemote.Refs> answer = refs.get(reference.address());
            boolean commit = reference.ref().isCommit();
            if (answer.value().isEmpty()) {
                boolean stays = commit && versions.isEmpty();
                (stays ? notes : problems)
                        .add(reference.place()
                                + (commit ? "could not be verified: " : "is not pinned: ")
                                + answer.problem());
            } else if (commit) {
                verify(reference, answer.value().get());
            } else {
                pin(reference, answer.value().get());
            }
        }
    }

    int pinned() {
        return pinned;
    }

    int updated() {
        return updated;
    }

    int commented() {
        return commented;
    }

    private void pin(Reference reference, GitRemote.Refs known) {
        String name = reference.ref().name();
        Optional<String> tag = Optional.ofNullable(known.tags().get(name));
        Optional<String> branch = Optional.ofNullable(known.branches().get(name));
        if (tag.isPresent() && branch.isPresent() && !tag.equals(branch)) {
            problems.add(reference.place() + "is not pinned: a tag and a branch have that name; the tag is " + tag.get()
                    + ", the branch " + branch.get());
            return;
        }
        if (tag.or(() -> branch).isEmpty()) {
            String reason = reference.ref().isAbbreviatedCommit()
                    ? "it is an abbreviated SHA, of which nobody can say what it stands for"
                    : "no tag and no branch has that name";
            problems.add(reference.place() + "is not pinned: " + reason);
            return;
        }
        if (reference.isOfSeveralLines()) {
            problems.add(reference.place() + "is not pinned: it is written over several lines");
            return;
        }
        String commit = tag.or(() -> branch).get();
        String version =
                VersionTags.best(known.tags(), commit, tag.map(any -> name)).orElse(name);
        String newest = newest(reference, known).orElse(version);
        if (write(reference, known.tags().getOrDefault(newest, commit), newest)) {
            pinned++;
        }
    }

    /** Writes a commit in the place of a ref, with its version; whether that is new. */
    private boolean write(Reference reference, String commit, String version) {
        String text = reference.uses().text();
        int from = reference.uses().scalar().value().indexOf(text);
        Span span = reference.uses().scalar().spanOf(from + text.indexOf('@') + 1, from + text.length());
        boolean written = edits.apply(reference.definition().source()).value(span, commit);
        if (written) {
            comment(reference, version);
        }
        return written;
    }

    private void comment(Reference reference, String version) {
        SourceFile source = reference.definition().source();
        int line = reference.uses().span().endLine();
        if (!reference.endsItsLine()) {
            notes.add(reference.place() + "has no room for a comment on its line that names " + version);
        } else if (edits.apply(source).comment(line, VersionComment.edit(source, line, reference.comment(), version))) {
            commented++;
        }
    }

    /** The tag of the version that a reference moves to; empty where it stays, which is said where it is not because there is none. */
    private Optional<String> newest(Reference reference, GitRemote.Refs known) {
        Optional<String> present = versions.isEmpty() ? Optional.empty() : present(reference, known);
        if (present.isEmpty()) {
            return Optional.empty();
        }
        NewerVersions.Found found = versions.get().of(reference.address(), present.get());
        found.problem().ifPresent(problem -> problems.add(reference.place() + "is not updated: " + problem));
        found.waits().ifPresent(reason -> notes.add(reference.place() + "stays at " + present.get() + ": " + reason));
        return found.tag();
    }

    private void verify(Reference reference, GitRemote.Refs known) {
        String commit = reference.commit();
        if (!isTip(commit, known)) {
            Answer<SortedMap<String, String>> history = reach.get(reference.address());
            if (history.value().isEmpty()) {
                (versions.isEmpty() ? notes : problems)
                        .add(reference.place() + "could not be verified: " + history.problem());
                return;
            }
            if (!history.value().get().containsKey(commit)) {
                problems.add(reference.place()
                        + "is not a commit of a branch or tag of that repository; it may be one of a fork: look at"
                        + " where it comes from");
                return;
            }
        }
        SortedSet<String> own = tagsOf(commit, known);
        Optional<String> named = reference.version();
        if (named.isPresent() && own.stream().noneMatch(tag -> VersionName.isOf(tag, named.get()))) {
            // What a comment says of a pinned commit is never corrected: which of both is wrong, nobody can say.
            String is = own.isEmpty() ? "no tag is of that commit" : "that commit is " + String.join(", ", own);
            notes.add(reference.place() + "has a comment that names " + named.get() + ", but " + is);
        } else if (versions.isEmpty() || !move(reference, known, own)) {
            complete(reference, known, own);
        }
    }

    /** Gives a pinned commit the comment that names its version, where there is none. */
    private void complete(Reference reference, GitRemote.Refs known, SortedSet<String> own) {
        if (reference.version().isPresent() || reference.namesAnother()) {
            return;
        }
        Optional<String> version = VersionTags.best(known.tags(), reference.commit(), Optional.empty())
                .or(() -> own.stream().findFirst());
        if (version.isPresent()) {
            comment(reference, version.get());
        } else {
            notes.add(reference.place() + "has no version: no tag is of that commit");
        }
    }

    /** Moves a pinned commit to a newer version; false where there is none, so that its own may be named. */
    private boolean move(Reference reference, GitRemote.Refs known, SortedSet<String> own) {
        if (reference.namesAnother()) {
            notes.add(reference.place() + "is not updated: its comment names no version, but "
                    + reference.comment().orElseThrow().text());
            return true;
        }
        if (present(reference, known).isEmpty() && own.stream().anyMatch(VersionTags::isVersion)) {
            notes.add(reference.place() + "is not updated: its commit is a version of several parts of the repository, "
                    + String.join(", ", own) + ", and no comment says which");
            return true;
        }
        Optional<String> newest = newest(reference, known);
        if (newest.isEmpty()) {
            return false;
        }
        if (reference.isOfSeveralLines()) {
            problems.add(reference.place() + "is not updated: it is written over several lines");
        } else if (reference.comment().isPresent() && !reference.endsItsLine()) {
            problems.add(reference.place() + "is not updated: more stands on its line before the comment");
        } else if (write(reference, known.tags().get(newest.get()), newest.get())) {
            updated++;
        }
        return true;
    }

    private static SortedSet<String> tagsOf(String commit, GitRemote.Refs known) {
        SortedMap<String, String> own = new TreeMap<>(known.tags());
        own.values().removeIf(tagged -> !tagged.equals(commit));
        return new TreeSet<>(own.keySet());
    }
}
