// Command beam does what "demarche add" and "demarche export" do, on as many machines as an archive needs: a pipeline
// of Apache Beam. On this machine it runs on Prism, which is in the program; the same program runs on Flink, Spark and
// Dataflow. It is a module of its own, so that the others don't depend on Beam.
//
//	bytes → [read] items → by key [extract] tellings → [places] lists of neighbours → [pair] links →
//	[nets] which tellings hang together → [unite] events → [write] JSON Lines, Parquet, a database a pair of states
//
// # Why the events are those of add
//
// What an article tells is a pure function of the article ([timeline.Read]), and its ids come from its key and words;
// [merge.Inherit] gives them as the store does. What becomes one event is decided by merge in four steps, each of
// which depends on the set of tellings alone, never on an order, and each is done here on groups that provably hold all
// that it looks at:
//
//   - Neighbours. A telling is compared with the [merge.Reach] before and after it in each of its lists
//     ([merge.Telling.Keys]: by speaker, pair of parties, words), of which no two are farther apart than
//     [merge.Key.Near] allows, 40 days. The list is cut into stretches of [stretch] days, more than 40. A group is a
//     list's stretch with the first days of the one after it, all that is near to the last day of the stretch: it
//     holds both ends of every pair that begins in the stretch, and all tellings between them, so that the count
//     between them is right. Each pair begins in one stretch: none is lost, and it is found once a list.
//   - Links. Two neighbours are linked where [merge.Telling.Same] says so, which asks nobody else.
//   - Nets are the connected components of the links. They cross pairs of states and days, so neither can be the key.
//     They are found by union and find in spans of days that grow from round to round ([spans]); in each round the
//     links within a span are joined and those that cross its edge are handed on, their ends replaced by the names of
//     what they belong to. The last round has one group, with those links alone that cross the edge of the widest
//     span. A component is the same whatever the order in which its links are joined; its name is its smallest id.
//   - Events. [merge.Net.Groups] divides a net, and [merge.Unite] makes the records. The group is the net, with its
//     links.
//
// So the key of the first grouping is a list, which is finer than a pair of states, and days; that of the last a
// net, the least that is safe.
//
// # What is safe
//
// Of articles with one key the first is kept, by the name of the file and the place in it; the same bytes again are
// dropped and counted, other bytes go to the dead letters, as all that can't be read does, with the reason. A telling's
// id is that of add; an output file is named by its number, has its lines sorted, and appears under its name only when
// it is whole: a bundle that a runner does again writes the same bytes in the same place. Prism gives a job up when a
// worker dies; then the job is done again, -attempts times, and the output folder appears only when it is done. The
// counts that a runner tells may miss some; the dead letters themselves don't.
//
// # How it is run
//
//	go build -o beam . && ./beam -input 'news/*.jsonl.gz,crawl/*.warc.gz' -output out -workers 4      # Prism
//	./beam -runner flink -endpoint localhost:8099 -environment_type LOOPBACK -input ... -output ...   # Flink, here
//	./beam -runner flink -endpoint flink-job:8099 -environment_type DOCKER \
//	    -environment_config apache/beam_go_sdk:2.77.0 -input ... -output /shared/out                  # Flink
//	./beam -runner spark -endpoint spark-job:8099 -environment_type DOCKER \
//	    -environment_config apache/beam_go_sdk:2.77.0 -input ... -output /shared/out                  # Spark
//	go build -tags cloud -o beam . && ./beam -runner dataflow -project P -region R \
//	    -staging_location gs://B/staging -input 'gs://B/*.jsonl.gz' -output gs://B/out -shards 1000   # Dataflow
//
// Flink and Spark are reached through Beam's job servers (images apache/beam_flink1.19_job_server and
// apache/beam_spark3_job_server). Buckets and Dataflow are in the program when it is built with -tags cloud: their
// clients take longer to compile than all the rest.
package main
