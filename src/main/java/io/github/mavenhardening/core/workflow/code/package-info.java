/** Scripts of shells and programs, read statement by statement: their words, blocks, functions and names, and what a test lets through. */
package io.github.mavenhardening.core.workflow.code;
