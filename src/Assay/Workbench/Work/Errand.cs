using Assay.Ground.Outcomes;

namespace Assay.Workbench.Work;

/// <summary>Long work that can be begun, from a page or over HTTP.</summary>
/// <param name="Job">What it is.</param>
/// <param name="Work">Does it.</param>
internal sealed record Errand(Job Job, Func<Job, CancellationToken, Result<JobEnd>> Work);
