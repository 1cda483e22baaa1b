package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.report.CheckoutView;
import io.github.mavenhardening.core.report.Provenance;
import io.github.mavenhardening.core.source.GitHead;
import io.github.mavenhardening.core.source.GitHistory;
import io.github.mavenhardening.core.source.RemoteAddress;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** A repository as reports see it. */
record ReportedCheckout(Repository repository) implements CheckoutView {

    @Override
    public Optional<String> text(String path) {
        try {
            return Optional.of(repository.read(path).text());
        } catch (UnreadableFileException e) {
            // Silent: a report without an excerpt; that the file cannot be read is a finding of its own.
            return Optional.empty();
        }
    }

    @Override
    public Provenance provenance() {
        GitHead head = repository.git().head();
        Optional<String> origin = repository.git().originUrl();
        return new Provenance(
                origin.isPresent() ? RemoteAddress.of(origin.get()) : Optional.empty(), head.commit(), head.branch());
    }

    @Override
    public Optional<Instant> committed() {
        try {
            Optional<GitHistory> history = repository.git().history();
            if (history.isEmpty()) {
                return Optional.empty();
            }
            try (GitHistory commits = history.get()) {
                return commits.committed();
            }
        } catch (IOException e) {
            // Silent: the time is not known, which is what the answer says; no verdict rests on it.
            return Optional.empty();
        }
    }
}
