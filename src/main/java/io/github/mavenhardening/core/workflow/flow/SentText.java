package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.source.RepositorySlug;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text that a job sends to workflows which wait to be started by hand, or by an event of the repository's own.
 *
 * @param isEvent whether it comes with {@code repository_dispatch}, else as an input of {@code workflow_dispatch}
 * @param target the workflow's file or name, or the event's type; empty text where the job does not spell it out
 * @param name what it is called there, in lower case; empty text where it may be any of what is sent
 * @param repository the repository that it is sent to, as it is written; empty text for the job's own
 */
record SentText(boolean isEvent, String target, String name, String repository, Taint taint) {

    /** What happens where it is sent, as the label of a place. */
    static final String SENT = "sends it to another workflow";

    private static final Pattern SPELLED_OUT = Pattern.compile("[\\w.-]{1,100}");

    SentText {
        // That it comes there, and by that name, is no more than likely.
        taint = name.isEmpty() || target.isEmpty() ? taint.guessed() : taint;
    }

    /** Whether it is sent within a repository: one whose name is spelled out is another one, unless it is that repository's. */
    boolean isWithin(Optional<RepositorySlug> own) {
        String name = repository.substring(repository.lastIndexOf('/') + 1);
        boolean isNamed = SPELLED_OUT.matcher(name).matches();
        return !isNamed
                || (own.isPresent()
                        && own.get().name().equalsIgnoreCase(name)
                        && (!SPELLED_OUT.matcher(owner()).matches() || own.get().sameOwner(owner())));
    }

    private String owner() {
        return repository.contains("/") ? repository.substring(0, repository.indexOf('/')) : "";
    }
}
