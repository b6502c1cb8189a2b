using Assay.Tests.Fixtures;

namespace Assay.Tests.Trade;

/// <summary>Classes that look at the same synthetic world, which takes long to make.</summary>
[CollectionDefinition]
public sealed class SyntheticTradeTests : ICollectionFixture<SyntheticTrade>;
