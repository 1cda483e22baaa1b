package io.github.mavenhardening.maven.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionStateTest {

    @TempDir
    Path root;

    private MavenSession session;

    @BeforeEach
    void begin() {
        session = Sessions.of(root);
    }

    /** The state in the realm that a module with another build extension gets, where the class is another one. */
    private Object inOtherRealm() throws ReflectiveOperationException {
        ClassLoader realm = new ClassLoader(SessionState.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                Class<?> known = findLoadedClass(name);
                if (known != null || !name.equals(SessionState.class.getName())) {
                    return known != null ? known : super.loadClass(name, resolve);
                }
                try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                    byte[] bytes = in.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        };
        Class<?> other = realm.loadClass(SessionState.class.getName());
        assertThat(other).isNotSameAs(SessionState.class);
        return other.getMethod("of", MavenSession.class, Path.class, String.class)
                .invoke(null, session, root, "none");
    }

    private static Object call(Object state, String method, Object... arguments) throws ReflectiveOperationException {
        Class<?>[] types = new Class<?>[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            types[i] = arguments[i].getClass();
        }
        try {
            return state.getClass().getMethod(method, types).invoke(state, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }

    @Test
    void tellsOnceInAllRealms() throws ReflectiveOperationException {
        SessionState mine = SessionState.of(session, root, "none");
        Object other = inOtherRealm();

        assertThat(mine.tellOnce("passed")).isTrue();
        assertThat(call(other, "tellOnce", "passed")).isEqualTo(false);
        assertThat(call(other, "tellOnce", "failed")).isEqualTo(true);
        assertThat(mine.wasTold("failed")).isTrue();
    }

    @Test
    void knowsTheModulesOfAllRealmsAndLetsOneInAtATime() throws ReflectiveOperationException {
        SessionState mine = SessionState.of(session, root, "none");
        Object other = inOtherRealm();

        mine.reached("sbom").add("org.example:a:pom:1");

        assertThat(call(other, "reached", "sbom")).isSameAs(mine.reached("sbom"));
        assertThat(mine.reached("dependencies")).isEmpty();
        assertThat(call(other, "monitor")).isSameAs(mine.monitor());
    }

    @Test
    void keepsRepositoriesAndPoliciesApart() {
        SessionState.of(session, root, "none").tellOnce("passed");

        assertThat(SessionState.of(session, root, "none").wasTold("passed")).isTrue();
        assertThat(SessionState.of(session, root, "other.yml").wasTold("passed"))
                .isFalse();
        assertThat(SessionState.of(session, root.resolve("web"), "none").wasTold("passed"))
                .isFalse();
    }
}
