using Assay.PageTrainer;

return args switch
{
    ["page", "--pages", var pages, "--out", var folder] => Trainer.Run(pages, folder),
    ["explain", var file] => Explain.Run(file),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        dotnet run -c Release --project eng/Assay.PageTrainer -- page --pages DIR --out DIR

        dotnet run -c Release --project eng/Assay.PageTrainer -- explain FILE
                        how likely each block of a page is furniture, and the traits that weigh most

          DIR of pages  NAME.html of each saved page, and one *.truth.jsonl with id, url and articleBody of each
          DIR of out    where page.text.weights.txt and page.markup.weights.txt are written: src/Assay.Reading/Intake/Data
        """
    );
    return 2;
}
