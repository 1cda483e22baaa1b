package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.Unresolved;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.RepositoryOfflineException;
import org.junit.jupiter.api.Test;

class DownloadProblemTest {

    private final Artifact lib = new DefaultArtifact("org.example:lib:1.0");
    private final RemoteRepository first = repository("first");
    private final RemoteRepository second = repository("second");

    private static RemoteRepository repository(String id) {
        return new RemoteRepository.Builder(id, "default", "https://repo.example.org/" + id).build();
    }

    private ArtifactResult result(Exception... problems) {
        ArtifactResult result = new ArtifactResult(new ArtifactRequest(lib, List.of(first, second), null));
        for (Exception problem : problems) {
            result.addException(problem);
        }
        return result;
    }

    private ArtifactTransferException failed(Throwable cause) {
        return new ArtifactTransferException(lib, second, "Could not transfer artifact", cause);
    }

    @Test
    void namesTheRepositoriesThatDoNotHaveIt() {
        ArtifactResult result =
                result(new ArtifactNotFoundException(lib, first), new ArtifactNotFoundException(lib, second));

        assertThat(DownloadProblem.reason(result)).isEqualTo(Unresolved.MISSING + " (asked: first, second)");
    }

    @Test
    void saysThatMavenAskedNobodyAgain() {
        ArtifactResult result = result(new ArtifactNotFoundException(lib, first, "was not found", true));

        assertThat(DownloadProblem.reason(result))
                .isEqualTo(Unresolved.MISSING
                        + " (asked: first); Maven remembers that and asked nobody now, -U has it ask again");
    }

    @Test
    void namesNoRepositoryThatWasNotAsked() {
        ArtifactResult result =
                result(new ArtifactNotFoundException(lib, first, "offline", new RepositoryOfflineException(first)));

        assertThat(DownloadProblem.reason(result)).isEqualTo(Unresolved.MISSING);
    }

    @Test
    void saysWhatStoodInTheWayAndWhere() {
        assertThat(reasonOf(new IOException("transfer", new IOException("status code: 401"))))
                .isEqualTo(Unresolved.NOT_DOWNLOADED + ": second: status code: 401");
        assertThat(reasonOf(new IOException("to https://me:secret@repo.example.org/ refused")))
                .startsWith(Unresolved.NOT_DOWNLOADED + ": second: to https://")
                .doesNotContain("secret");
        assertThat(reasonOf(new ConnectException())).endsWith(": second: the connection was refused");
        assertThat(reasonOf(new UnknownHostException("repo.example.org")))
                .endsWith(": second: the name of its host cannot be resolved");
        assertThat(reasonOf(new IOException("status code: 401", new IOException())))
                .as("a cause that says nothing")
                .endsWith(": second: status code: 401");
        assertThat(reasonOf(new IOException("a\nb"))).as("one line").doesNotContain("\n");
    }

    private String reasonOf(Throwable cause) {
        return DownloadProblem.reason(result(new ArtifactNotFoundException(lib, first), failed(cause)));
    }

    @Test
    void looksIntoWhatKeptADescriptorFromBeingRead() {
        ArtifactResolutionException parent = new ArtifactResolutionException(List.of(
                result(new ArtifactNotFoundException(lib, first), failed(new IOException("status code: 503")))));
        ArtifactDescriptorException unread = new ArtifactDescriptorException(
                new ArtifactDescriptorResult(new ArtifactDescriptorRequest(lib, List.of(), null)),
                "Failed to read artifact descriptor",
                parent);

        assertThat(DownloadProblem.in(List.of(unread))).hasValue("second: status code: 503");
        assertThat(DownloadProblem.in(List.of(new IOException("not a transfer"))))
                .isEmpty();
    }

    @Test
    void endsWhereCausesLeadBack() {
        IOException one = new IOException("one");
        one.initCause(new IOException("two", one));

        assertThat(DownloadProblem.in(List.of(one))).isEmpty();
        assertThat(reasonOf(one)).contains(": second: ");
    }
}
