/** Classes that break the rules of the house, one each, so that ArchitectureTest sees them bite. */
package dev.figment.broken;
