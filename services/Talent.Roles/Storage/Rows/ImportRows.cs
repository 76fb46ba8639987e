namespace Talent.Roles.Storage;

/// <summary>An import and what became of it.</summary>
public sealed class ImportRow
{
    /// <summary>Its identity.</summary>
    public required string Id { get; init; }

    /// <summary>Number of the kind of file.</summary>
    public int Kind { get; init; }

    /// <summary>Name of the file. Empty: none was given.</summary>
    public string FileName { get; init; } = "";

    /// <summary>The day the file was taken.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>Number of the state.</summary>
    public int State { get; set; }

    /// <summary>Rows in the file.</summary>
    public int RowsTotal { get; set; }

    /// <summary>Rows checked so far.</summary>
    public int RowsDone { get; set; }

    /// <summary>Rows that created something.</summary>
    public int Created { get; set; }

    /// <summary>Rows that changed something.</summary>
    public int Changed { get; set; }

    /// <summary>Rows as recorded already.</summary>
    public int Unchanged { get; set; }

    /// <summary>Rows that are wrong.</summary>
    public int Errors { get; set; }

    /// <summary>Rows of which something stays unknown.</summary>
    public int Unknown { get; set; }

    /// <summary>What the file holds, in one line.</summary>
    public string Summary { get; set; } = "";

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was finished. Null: it is not.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Who asked for it.</summary>
    public string ActorId { get; init; } = "";

    /// <summary>What the request caused is found under this id.</summary>
    public string CorrelationId { get; init; } = "";

    /// <summary>The request's trace. Empty: it was not traced.</summary>
    public string TraceParent { get; init; } = "";
}

/// <summary>The file of an import.</summary>
public sealed class ImportFileRow
{
    /// <summary>Identity of the import.</summary>
    public required string ImportId { get; init; }

    /// <summary>Its bytes.</summary>
    public required byte[] Content { get; init; }
}

/// <summary>One remark of an import's report.</summary>
public sealed class ImportRemarkRow
{
    /// <summary>Identity of the import.</summary>
    public required string ImportId { get; init; }

    /// <summary>Place in the report, from 0.</summary>
    public int Place { get; init; }

    /// <summary>Number of how serious it is.</summary>
    public int Kind { get; init; }

    /// <summary>Line of the file; 0 is the file as a whole.</summary>
    public int Line { get; init; }

    /// <summary>Name of the column. Empty: the row as a whole.</summary>
    public string Column { get; init; } = "";

    /// <summary>The sentence.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Code of the organisation. Empty: it could not be read.</summary>
    public string Code { get; init; } = "";
}
