ALTER TABLE sources ADD COLUMN origin text;
