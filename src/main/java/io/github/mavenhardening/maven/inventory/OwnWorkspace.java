package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.lock.Coordinates;
import java.io.File;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;

/**
 * Maven's reader of the reactor, which also answers for modules that nothing has packaged yet: without a lifecycle Maven knows
 * their POMs alone, asks the repositories which snapshot of them is the latest, and for those that this reactor leaves out
 * everything. A proxy, since each Maven has an interface of its own that its reader implements besides.
 */
final class OwnWorkspace implements InvocationHandler {

    private final Optional<WorkspaceReader> maven;
    private final OwnModules own;

    private OwnWorkspace(Optional<WorkspaceReader> maven, OwnModules own) {
        this.maven = maven;
        this.own = own;
    }

    static WorkspaceReader over(Optional<WorkspaceReader> maven, OwnModules own) {
        Set<Class<?>> interfaces = new LinkedHashSet<>(Set.of(WorkspaceReader.class));
        Class<?> type = maven.isPresent() ? maven.get().getClass() : Object.class;
        ClassLoader loader = maven.isPresent() ? type.getClassLoader() : WorkspaceReader.class.getClassLoader();
        for (; type != null; type = type.getSuperclass()) {
            for (Class<?> each : type.getInterfaces()) {
                if (WorkspaceReader.class.isAssignableFrom(each)) {
                    interfaces.add(each);
                }
            }
        }
        return (WorkspaceReader)
                Proxy.newProxyInstance(loader, interfaces.toArray(Class<?>[]::new), new OwnWorkspace(maven, own));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Object answer = maven.isPresent() || method.getDeclaringClass() == Object.class
                ? ask(maven.isPresent() ? maven.get() : this, method, arguments)
                : null;
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "findArtifact" -> answer == null ? pom((Artifact) arguments[0]) : answer;
            case "findVersions" -> versions((List<?>) answer, (Artifact) arguments[0]);
            case "getRepository" -> answer == null ? new WorkspaceRepository("checkout") : answer;
            default -> answer;
        };
    }

    private static Object ask(Object who, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(who, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private File pom(Artifact artifact) {
        Coordinates coordinates = DependencyGraphs.coordinatesOf(artifact);
        boolean isPom = artifact.getExtension().equals("pom")
                && artifact.getClassifier().isEmpty();
        return isPom && own.isNeverAskedFor(coordinates)
                ? own.pom(coordinates).map(file -> file.toFile()).orElse(null)
                : null;
    }

    private List<Object> versions(List<?> known, Artifact artifact) {
        Set<Object> versions = new LinkedHashSet<>(known == null ? List.of() : known);
        if (own.isNeverAskedFor(DependencyGraphs.coordinatesOf(artifact))) {
            versions.add(artifact.getVersion());
        }
        return new ArrayList<>(versions);
    }
}
