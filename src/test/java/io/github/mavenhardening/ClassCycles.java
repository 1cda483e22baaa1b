package io.github.mavenhardening;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds circles of classes: what cannot be understood, tested or moved without one another. A nested class is part of its
 * top-level class.
 *
 * @see <a href="https://doi.org/10.1137/0201010">R. Tarjan, Depth-first search and linear graph algorithms, 1972</a>
 */
final class ClassCycles {

    private final SortedMap<String, SortedSet<String>> uses;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> isOpen = new HashSet<>();
    private final List<SortedSet<String>> components = new ArrayList<>();

    private ClassCycles(SortedMap<String, SortedSet<String>> uses) {
        this.uses = uses;
    }

    /** The circles among some classes, each as the names of its top-level classes; those outside of them do not count. */
    static List<SortedSet<String>> of(JavaClasses classes) {
        SortedMap<String, SortedSet<String>> uses = new TreeMap<>();
        for (JavaClass type : classes) {
            uses.putIfAbsent(topLevel(type), new TreeSet<>());
        }
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = topLevel(dependency.getTargetClass().getBaseComponentType());
                if (uses.containsKey(target)) {
                    uses.get(topLevel(type)).add(target);
                }
            }
        }
        return of(uses);
    }

    /** The circles of a graph, from each name to those that it uses. */
    static List<SortedSet<String>> of(SortedMap<String, SortedSet<String>> uses) {
        ClassCycles cycles = new ClassCycles(uses);
        for (String name : uses.keySet()) {
            if (!cycles.index.containsKey(name)) {
                cycles.visit(name);
            }
        }
        cycles.components.removeIf(component -> component.size() == 1);
        return cycles.components;
    }

    private static String topLevel(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer.getName();
    }

    private void visit(String name) {
        index.put(name, index.size());
        lowest.put(name, index.get(name));
        open.push(name);
        isOpen.add(name);
        for (String used : uses.get(name)) {
            if (!index.containsKey(used)) {
                visit(used);
                lowest.merge(name, lowest.get(used), Math::min);
            } else if (isOpen.contains(used)) {
                lowest.merge(name, index.get(used), Math::min);
            }
        }
        if (lowest.get(name).equals(index.get(name))) {
            SortedSet<String> component = new TreeSet<>();
            String last;
            do {
                last = open.pop();
                isOpen.remove(last);
                component.add(last);
            } while (!last.equals(name));
            components.add(component);
        }
    }

    /** Whether all are one sealed type and types that it permits: one thing in several files. */
    static boolean isSealedFamily(Collection<String> names) throws ClassNotFoundException {
        for (String name : names) {
            Class<?> type = Class.forName(name, false, ClassCycles.class.getClassLoader());
            if (type.isSealed()) {
                Set<String> family = new HashSet<>(Set.of(name));
                for (Class<?> permitted : type.getPermittedSubclasses()) {
                    family.add(permitted.getName());
                }
                if (family.containsAll(names)) {
                    return true;
                }
            }
        }
        return false;
    }
}
