using Assay.Trainer.Syntax;

return args switch
{
    ["syntax", .. var rest] when TrainingOptions.Of(rest) is { } options => SyntaxTraining.Run(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        dotnet run -c Release --project eng/Assay.Trainer -- syntax --treebanks DIR --out FILE [--epochs N] [--seed N]

          trains the parser of English from en-ewt-train.conllu.xz and en-gum-free-train.conllu.xz in DIR and writes its model to FILE;
          11 epochs and seed 1 where not given
        """
    );
    return 2;
}
