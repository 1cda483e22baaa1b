package io.github.mavenhardening.core.pin;

import io.github.mavenhardening.core.network.Answer;
import io.github.mavenhardening.core.source.GitDates;
import io.github.mavenhardening.core.source.GitRemote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The versions that pins may move to: newer than what is pinned, and old enough. */
final class NewerVersions {

    /** Of one pin, the newest first: who publishes more within a cooldown is waited for. */
    private static final int MOST = 30;

    private final PinUpdate update;
    private final Map<String, List<String>> candidates = new HashMap<>();
    private final SortedMap<String, SortedMap<String, String>> tags = new TreeMap<>();
    private final Map<String, Answer<SortedMap<String, Instant>>> dates = new HashMap<>();

    NewerVersions(PinUpdate update) {
        this.update = update;
    }

    /**
     * What came of looking for one.
     *
     * @param tag where to move; empty where there is nothing better
     * @param waits why a newer version is not taken; empty where there is none, or a newer one is taken
     * @param problem why nothing is known; empty where it is
     */
    record Found(Optional<String> tag, Optional<String> waits, Optional<String> problem) {}

    /** Notes what may be better than a tag of a repository, so that its age is asked for. */
    void add(String repository, GitRemote.Refs known, String present) {
        List<String> newer = candidates.computeIfAbsent(
                key(repository, present),
                unknown -> VersionTags.newer(known.tags(), present, update.anyMajor()).stream()
                        .filter(GitDates::isTag)
                        .limit(MOST)
                        .toList());
        if (!newer.isEmpty()) {
            SortedMap<String, String> asked = tags.computeIfAbsent(repository, first -> new TreeMap<>());
            newer.forEach(tag -> asked.put(tag, known.tags().get(tag)));
            if (newer.stream().anyMatch(tag -> VersionTags.mayHaveMoved(present, tag)) && GitDates.isTag(present)) {
                asked.put(present, known.tags().get(present));
            }
        }
    }

    /** What has to be known. */
    List<GitDates.Question> questions() {
        List<GitDates.Question> questions = new ArrayList<>();
        tags.forEach((repository, asked) -> questions.add(new GitDates.Question(repository, asked)));
        return questions;
    }

    /** Takes what became of asking for it. */
    void dates(Map<GitDates.Question, Answer<SortedMap<String, Instant>>> answers) {
        answers.forEach((question, answer) -> dates.put(question.repository(), answer));
    }

    /** The best of what was noted for a tag. */
    Found of(String repository, String present) {
        List<String> newer = candidates.getOrDefault(key(repository, present), List.of());
        if (newer.isEmpty()) {
            return new Found(Optional.empty(), Optional.empty(), Optional.empty());
        }
        Answer<SortedMap<String, Instant>> answer = dates.get(repository);
        if (answer.value().isEmpty()) {
            return new Found(Optional.empty(), Optional.empty(), Optional.of(answer.problem()));
        }
        SortedMap<String, Instant> known = answer.value().get();
        List<String> young = new ArrayList<>();
        List<String> undated = new ArrayList<>();
        for (String tag : newer) {
            Instant date = known.get(tag);
            if (date == null) {
                undated.add(tag);
            } else if (!update.isOldEnough(date)) {
                young.add(tag);
            } else if (!VersionTags.mayHaveMoved(present, tag) || isBefore(known.get(present), date)) {
                return new Found(Optional.of(tag), Optional.empty(), Optional.empty());
            }
        }
        return new Found(Optional.empty(), waits(young, undated), Optional.empty());
    }

    private Optional<String> waits(Collection<String> young, Collection<String> undated) {
        List<String> reasons = new ArrayList<>();
        if (!young.isEmpty()) {
            reasons.add(young.iterator().next() + " is younger than " + update.cooldownText());
        }
        if (!undated.isEmpty()) {
            reasons.add(undated.iterator().next() + " has moved meanwhile, or is not of a commit that says its date");
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }

    private static boolean isBefore(Instant one, Instant other) {
        return one != null && one.isBefore(other);
    }

    private static String key(String repository, String present) {
        return repository + "\n" + present;
    }
}
