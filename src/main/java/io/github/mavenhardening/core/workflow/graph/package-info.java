/** The whole graph of a repository's workflows and actions: who calls whom, with which inputs. */
package io.github.mavenhardening.core.workflow.graph;
