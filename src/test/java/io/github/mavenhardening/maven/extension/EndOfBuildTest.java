package io.github.mavenhardening.maven.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.maven.session.Sessions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndOfBuildTest {

    private final EndOfBuild end = new EndOfBuild();
    private final List<String> events = new ArrayList<>();

    @TempDir
    Path folder;

    private MavenSession session;

    @BeforeEach
    void begin() {
        session = Sessions.of(folder);
        session.getRequest().setExecutionListener(new AbstractExecutionListener() {
            @Override
            public void projectStarted(ExecutionEvent event) {
                events.add("project");
            }

            @Override
            public void sessionEnded(ExecutionEvent event) {
                events.add(session.getResult().hasExceptions() ? "failed" : "succeeded");
                if (events.contains("break")) {
                    throw new IllegalStateException("broken listener");
                }
            }
        });
    }

    private void leave(String goal, String text) {
        FailuresAtEnd.of(session).orElseThrow().leave(goal, new MojoFailureException(text));
    }

    @Test
    void failsBeforeMavenSaysHowItWent() throws Exception {
        end.afterProjectsRead(session);
        leave("check@a", "one");
        leave("check@a", "one and two");
        leave("check@b", "one and two");
        leave("posture@c", "three");

        session.getRequest().getExecutionListener().projectStarted(null);
        assertThat(session.getResult().hasExceptions()).isFalse();
        session.getRequest().getExecutionListener().sessionEnded(null);

        assertThat(events).containsExactly("project", "failed");
        assertThat(session.getResult().getExceptions())
                .extracting(Throwable::getMessage)
                .containsExactly("one and two", "three");
        assertThatCode(() -> end.afterSessionEnd(session)).doesNotThrowAnyException();
    }

    @Test
    void leavesABuildAloneInWhichNothingWasLeft() throws Exception {
        end.afterProjectsRead(session);

        session.getRequest().getExecutionListener().sessionEnded(null);
        end.afterSessionEnd(session);

        assertThat(events).containsExactly("succeeded");
    }

    @Test
    void failsWithoutTheEvent() {
        session.getRequest().setExecutionListener(null);
        end.afterProjectsRead(session);
        leave("check@a", "one");

        assertThatThrownBy(() -> end.afterSessionEnd(session))
                .isInstanceOf(MavenExecutionException.class)
                .hasMessage("one");
    }

    @Test
    void handsOnWhatAnotherListenerThrows() {
        events.add("break");
        end.afterProjectsRead(session);
        leave("check@a", "one");

        assertThatThrownBy(() -> session.getRequest().getExecutionListener().sessionEnded(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken listener");
        assertThat(session.getResult().hasExceptions()).isTrue();
    }

    @Test
    void listensOnceHoweverManyModulesHaveThePlugin() {
        end.afterProjectsRead(session);
        leave("check@a", "one");
        new EndOfBuild().afterProjectsRead(session);

        session.getRequest().getExecutionListener().sessionEnded(null);

        assertThat(session.getResult().getExceptions()).hasSize(1);
    }

    @Test
    void knowsThatNobodyAwaitsTheEnd() {
        assertThat(FailuresAtEnd.of(session)).isEmpty();
    }
}
