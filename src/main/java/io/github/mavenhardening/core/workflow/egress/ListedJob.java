package io.github.mavenhardening.core.workflow.egress;

import io.github.mavenhardening.core.workflow.NormalJob;
import java.util.Set;
import java.util.SortedSet;

/**
 * A job with a list of allowed endpoints.
 *
 * @param reasons what makes it connect to machines
 * @param endpoints what it lists
 * @param unexplained what of its list nothing else tells
 */
record ListedJob(NormalJob job, Set<Reason> reasons, SortedSet<String> endpoints, SortedSet<String> unexplained) {}
