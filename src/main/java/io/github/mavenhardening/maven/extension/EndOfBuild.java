package io.github.mavenhardening.maven.extension;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Lets the build fail when all modules are built, for what goals left to its end ({@link FailuresAtEnd}). Maven asks an extension
 * only once it has said whether the build succeeded; so this listens to the event before, and is there when Maven asks in case
 * that there was no event.
 */
public final class EndOfBuild extends AbstractMavenLifecycleParticipant {

    @Override
    public void afterProjectsRead(MavenSession session) {
        ExecutionListener listener = session.getRequest().getExecutionListener();
        if (FailuresAtEnd.begin(session) && listener != null) {
            session.getRequest().setExecutionListener(beforeEnd(listener, session));
        }
    }

    @Override
    public void afterSessionEnd(MavenSession session) throws MavenExecutionException {
        List<MojoFailureException> left = left(session);
        if (!left.isEmpty()) {
            throw new MavenExecutionException(left.get(0).getMessage(), left.get(0));
        }
    }

    private static List<MojoFailureException> left(MavenSession session) {
        return FailuresAtEnd.of(session).map(FailuresAtEnd::take).orElse(List.of());
    }

    /** The same listener, to which the session has failed where something was left. */
    private static ExecutionListener beforeEnd(ExecutionListener listener, MavenSession session) {
        return (ExecutionListener) Proxy.newProxyInstance(
                ExecutionListener.class.getClassLoader(),
                new Class<?>[] {ExecutionListener.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("sessionEnded")) {
                        left(session).forEach(session.getResult()::addException);
                    }
                    try {
                        return method.invoke(listener, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
