/**
 * Knows many machines: hands the images of a command line to the tasks of Apache Spark, and puts
 * together what they give back. Each task counts its images, or labels and writes them; one machine
 * clusters. The results equal the command line's, byte for byte.
 */
package sc.fiji.kmeans.spark;
